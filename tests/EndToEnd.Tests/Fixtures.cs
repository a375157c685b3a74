using Outlay.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(CompanyFixture))]

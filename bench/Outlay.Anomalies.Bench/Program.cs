using System.Globalization;
using Outlay.Anomalies.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
PanelTable.Print();
Console.WriteLine();
CauseTable.Print();
Console.WriteLine();
NabTable.Print();
Console.WriteLine();
Timings.Print();

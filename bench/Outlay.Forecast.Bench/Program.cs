using System.Diagnostics;
using Outlay.Forecast.Bench;
using Outlay.Forecast.Calendar;

var panel = PanelBench.Read();
var watch = Stopwatch.StartNew();
Console.WriteLine(panel!.Run(new CalendarEnsemble(), intervals: true));
Console.WriteLine(watch.Elapsed);

Console.Error.WriteLine("outlay: not composed yet");
return 1;

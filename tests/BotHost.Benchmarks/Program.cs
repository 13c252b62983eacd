using BotHost.Benchmarks;

// Measures what the docs promise in figures, and fails where a promise is broken: dotnet run -c Release --project tests/BotHost.Benchmarks
return ConfigBenchmark.Run(Console.Out) ? 0 : 1;

using BotHost.Benchmarks;

// Measures what the docs promise in figures, and fails where a promise is broken: dotnet run -c Release --project tests/BotHost.Benchmarks
// "posts" or "config" behind it measures that alone.
var only = args.FirstOrDefault();
var holds = true;
if (only is null or "posts")
{
    holds &= PostBenchmark.Run(Console.Out);
}

if (only is null or "config")
{
    holds &= ConfigBenchmark.Run(Console.Out);
}

return holds ? 0 : 1;

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace BotHost.Rendering.Tests;

/// <summary>Runs a promise against many random cases and makes the first that breaks it as small as it can.</summary>
/// <remarks><c>BOTHOST_TEST_SEED</c> takes another seed, <c>BOTHOST_TEST_CASES</c> another number of cases.</remarks>
internal static class Campaign
{
    private const ulong DefaultSeed = 20_270_120;

    // Any odd number: the generator's stride.
    private const ulong Stride = 0x9E37_79B9_7F4A_7C15;

    private static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable("BOTHOST_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : DefaultSeed;

    /// <param name="output">Where the seed is told.</param>
    /// <param name="cases">How many, where nothing else is said.</param>
    /// <param name="draw">Makes a case of a seed and a size between 1 and 100.</param>
    /// <param name="smaller">Simpler cases than one that failed.</param>
    /// <param name="hold">Throws where the promise is broken.</param>
    public static void Run<T>(ITestOutputHelper output, int cases, Func<int, int, T> draw, Func<T, IEnumerable<T>> smaller, Action<T> hold)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("BOTHOST_TEST_CASES"), CultureInfo.InvariantCulture, out var wanted) ? wanted : cases;
        output.WriteLine($"seed {Seed}, {count} cases");
        var generator = Gen.Sized(size => Gen.Choose(0, int.MaxValue).Select(seed => draw(seed, Math.Max(1, size))));
        var replay = new Replay(new Rnd(Seed, Stride), Microsoft.FSharp.Core.FSharpOption<int>.None);
        Prop.ForAll(Arb.From(generator, smaller), hold)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithStartSize(1).WithEndSize(100).WithReplay(replay));
    }
}

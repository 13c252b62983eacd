using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Configuration.Tests;

public sealed class CatalogueStoreTests
{
    [Fact]
    public void A_swap_is_told_after_the_new_catalogue_is_in_force()
    {
        using var config = new ConfigOnDisk();
        var catalogue = config.Read().Catalogue!;
        var store = new CatalogueStore();
        TalkCatalogue? seen = null;
        store.Changed += () => seen = store.Current;

        store.Swap(catalogue);

        Assert.Same(catalogue, seen);
        Assert.True(store.HasCatalogue);
    }

    [Fact]
    public void Before_the_first_swap_nobody_gets_a_catalogue()
    {
        var store = new CatalogueStore();

        Assert.False(store.HasCatalogue);
        Assert.Throws<InvalidOperationException>(() => store.Current);
    }

    [Fact]
    public void The_door_registers_reader_store_and_accepted_config()
    {
        using var data = new ConfigOnDisk();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Data:Directory"] = data.Root;
        builder.Services.AddSingleton<IMarkdownReader>(new ParagraphReader());
        builder.AddConfiguration();

        using var host = builder.Build();
        var services = host.Services;

        Assert.Same(services.GetRequiredService<CatalogueStore>(), services.GetRequiredService<ITalkSource>());
        Assert.Empty(services.GetRequiredService<CatalogueReader>().Read(data.Root).Findings);
        services.GetRequiredService<AcceptedConfig>().Keep(data.Root);
        Assert.True(Directory.Exists(Path.Combine(data.Root, "accepted-config")));
    }
}

namespace BotHost.Configuration.Import.Words;

/// <summary>What a label says of the words behind it.</summary>
internal enum LabelKind
{
    When,
    End,
    Place,
    Address,
    Map,
    Online,
    Registration,
    Link,
    Links,
    Person,
    People,
    Series,
    Number,
    Title,
    Subtitle,
    Summary,
    Language,
    Zone,
}

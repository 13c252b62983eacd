namespace BotHost.Configuration.Init;

/// <summary>The parts of a first config that need no answers.</summary>
internal static class InitTemplates
{
    public const string Campaigns =
        """
        # What is posted when. Clock times are those of the talk's zone. A step is known by its id: a renamed step is a new one.
        campaigns:
          standard:
            - id: announce
              kind: announcement
              when: 21 days before at 10:00
              mention: true
            - id: week-before
              kind: reminder
              when: 7 days before at 10:00
            - id: day-before
              kind: reminder
              when: 1 day before at 10:00
            - id: hour-before
              kind: reminder
              when: 1 hour before
            - id: starting
              kind: starting
              when: at start
            - id: thanks
              kind: thanks
              when: 1 hour after end

        """;

    public const string Talk =
        """
        # yaml-language-server: $schema=../schema/talk.schema.json
        # One file for each talk. Copy this one, and give the copy an id of its own: an id never changes, all the rest may.
        id: first-talk
        series: talks
        title: The title of your first talk
        # subtitle: a conversation with Jo Example
        # number: 1

        # A date and time such as 2027-01-20 19:00, a date alone, or not yet with a reason for people.
        start: { tba: the date is not settled yet }
        # length: 90 minutes

        # draft, confirmed, postponed or cancelled. Members never see a draft, and nothing is posted about it.
        status: draft

        people:
          - person: jo-example
            role: Guest

        # Markdown. An empty line starts a new paragraph.
        summary: |
          What the talk is about, in two or three sentences.

        place:
          name: Replace this by the place of your first talk
          # address: 1 Example Street
          # map: https://example.org/map

        # online:
        #   url: https://example.org/join
        #   reveal: 1 hour before

        # links:
        #   - book: https://example.org/book
        #   - slides: https://example.org/slides

        # image: { file: images/poster.png, alt: What the poster shows }

        """;

    public const string Person =
        """
        # yaml-language-server: $schema=../schema/person.schema.json
        # One file for each person, used by as many talks as you like.
        id: jo-example
        name: Jo Example
        # native_name: 例 ジョー
        # aliases: [Joanna Example]
        headline: Replace this person by your first guest
        bio: |
          A few sentences about the person. Markdown works here, too.

        # links:
        #   - website: https://example.org
        # photo: { file: images/jo.jpg, alt: Jo at a desk }
        # Account names: only who has one here can be reached by being named in a text.
        # handles: { telegram: jo_example, discord: jo.example }

        """;
}

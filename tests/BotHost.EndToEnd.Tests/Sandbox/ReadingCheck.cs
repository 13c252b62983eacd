namespace BotHost.EndToEnd.Tests.Sandbox;

/// <summary>Looks at a page as one does who sees little, or nothing, or has a small screen.</summary>
internal static class ReadingCheck
{
    /// <summary>
    /// A script that lists what is wrong: pictures without words, controls and landmarks without names, headings that skip levels, ids
    /// used twice, text with less contrast than 4.5 to 1 (3 to 1 where it is large), and a page that is wider than the screen.
    /// </summary>
    public const string Script =
        """
        (() => {
          const problems = [];
          const say = (what, node) => problems.push(`${what}: ${node.outerHTML.slice(0, 120)}`);
          const visible = (node) => node.checkVisibility({ visibilityProperty: true });
          for (const image of document.images) if (!image.hasAttribute('alt')) say('a picture without words', image);
          for (const control of document.querySelectorAll('a[href], button, select, input')) {
            const name = control.getAttribute('aria-label') || control.textContent.trim() || control.labels?.[0]?.textContent;
            if (visible(control) && !name) say('a control without a name', control);
          }
          let level = 0;
          for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
            if (!visible(heading)) continue;
            const own = Number(heading.tagName[1]);
            if (own > level + 1) say('a heading that skips a level', heading);
            level = own;
          }
          if (document.querySelectorAll('h1').length !== 1) problems.push('there is not one main heading');
          if (!document.documentElement.lang) problems.push('the page names no language');
          if (document.querySelectorAll('main').length !== 1) problems.push('there is not one main part');
          const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
          for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) problems.push(`an id twice: ${id}`);

          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const over = (colours) => {
            canvas.canvas.width = canvas.canvas.height = 1;
            for (const colour of ['#fff', ...colours]) {
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
            }
            return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
          };
          const light = (rgb) => {
            const [r, g, b] = rgb.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          for (const node of document.querySelectorAll('body *')) {
            const own = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim());
            if (!own || !visible(node) || node.closest('[aria-hidden=true], script, style, noscript, .spoiler, :disabled')) continue;
            const behind = [];
            for (let at = node; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
            const style = getComputedStyle(node);
            const [one, other] = [light(over(behind)), light(over([...behind, style.color]))];
            const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            if (contrast < (isLarge ? 3 : 4.5)) say(`contrast ${contrast.toFixed(2)}`, node);
          }
          if (document.documentElement.scrollWidth > innerWidth) problems.push(`the page is ${document.documentElement.scrollWidth} wide on a screen of ${innerWidth}`);
          return problems;
        })()
        """;
}

import { escapeHtml } from './fields/escape.ts'

/** One card of a preview: what to call it, and the HTML of its sides. */
export interface PreviewCard {
  readonly name: string
  readonly front: string
  readonly back: string
}

/** What a preview page shows. */
export interface PreviewPageParts {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** "29 questions", in the page's language. */
  readonly count: string
  /** An empty card page: what every side is shown in. */
  readonly shell: string
  readonly cards: readonly PreviewCard[]
}

/**
 * Returns a page that shows cards side by side, front and back, each in a frame of its own, made when it is scrolled to.
 * Picking an option on a front marks it on the back, as turning the card in Anki does.
 */
export function previewPage({ title, language, count, shell, cards }: PreviewPageParts): string {
  const data = JSON.stringify({ shell, cards }).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1><p>${escapeHtml(count)}</p>
<form>
<label><input type="checkbox" name="night"> ☾</label>
<label><input type="radio" name="width" value="390" checked> 390 px</label>
<label><input type="radio" name="width" value="768"> 768 px</label>
</form>
</header>
<main></main>
<noscript>This page shows its cards with JavaScript.</noscript>
<script type="application/json" id="cards">${data}</script>
<script>${script}</script>
</body>
</html>
`
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { margin: 0; background: light-dark(#e9e7e2, #111113); color: light-dark(#22211f, #e6e4df); }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; padding: 12px 20px;
  background: light-dark(#fffffff0, #1a1a1cf0); border-bottom: 1px solid light-dark(#d8d4cb, #333336); }
h1 { margin: 0; font-size: 17px; }
header p { margin: 0; opacity: .7; }
form { display: flex; gap: 16px; margin-left: auto; }
main { display: flex; flex-wrap: wrap; gap: 28px; justify-content: center; padding: 24px 16px 60px; }
article { max-width: 100%; }
h2 { overflow: hidden; max-width: min(90vw, 800px); margin: 0 0 6px; font-size: 13px; font-weight: 500; opacity: .75; text-overflow: ellipsis; white-space: nowrap; }
.sides { display: flex; flex-wrap: wrap; gap: 10px; align-items: flex-start; }
iframe { display: block; max-width: 92vw; height: 240px; border: 1px solid light-dark(#d8d4cb, #333336); border-radius: 14px; background: light-dark(#fff, #1f1f21); }
`

/** The frames are of the page's own origin, so that the cards' script finds its sessionStorage. */
const script = `(function () {
  var data = JSON.parse(document.getElementById('cards').textContent);
  var form = document.forms[0], main = document.querySelector('main');
  var articles = data.cards.map(function (card) {
    var article = document.createElement('article');
    var name = document.createElement('h2');
    name.textContent = card.name;
    var sides = document.createElement('div');
    sides.className = 'sides';
    article.append(name, sides);
    main.append(article);
    var frames = ['front', 'back'].map(function (side) {
      var frame = document.createElement('iframe');
      frame.title = card.name + ' — ' + side;
      frame.style.width = form.elements.width.value + 'px';
      sides.append(frame);
      return frame;
    });
    article.frames = frames;
    article.card = card;
    return article;
  });
  function fill(frame, html) {
    frame.onload = function () {
      var page = frame.contentDocument, night = form.elements.night.checked;
      page.documentElement.classList.toggle('night-mode', night);
      page.body.classList.toggle('nightMode', night);
      page.body.classList.toggle('night_mode', night);
      // innerHTML runs no scripts: Anki runs them itself, and so does this page.
      page.getElementById('qa').innerHTML = html;
      page.querySelectorAll('#qa script').forEach(function (old) {
        var fresh = page.createElement('script');
        fresh.textContent = old.textContent;
        old.replaceWith(fresh);
      });
      frame.style.height = Math.min(900, Math.max(200, page.documentElement.scrollHeight + 2)) + 'px';
      page.addEventListener('toggle', function () {
        frame.style.height = Math.min(900, page.documentElement.scrollHeight + 2) + 'px';
      }, true);
      if (frame === frame.article.frames[0]) page.addEventListener('click', function () { fill(frame.article.frames[1], frame.article.card.back); });
    };
    frame.srcdoc = data.shell;
  }
  function show(article) {
    article.shown = true;
    article.frames.forEach(function (frame, at) {
      frame.article = article;
      frame.style.width = form.elements.width.value + 'px';
      fill(frame, at === 0 ? article.card.front : article.card.back);
    });
  }
  var watch = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting && !entry.target.shown) show(entry.target);
    });
  }, { rootMargin: '600px' });
  articles.forEach(function (article) { watch.observe(article); });
  form.addEventListener('change', function () {
    articles.forEach(function (article) {
      article.shown = false;
      watch.unobserve(article);
      watch.observe(article);
    });
  });
})();`

/**
 * The script of the choice cards, front and back. Cards can be read without it: it shuffles, takes picks and marks them.
 *
 * It is old JavaScript on purpose: Anki runs on phones with old web views. The page may live on from card to card
 * (desktop) or not (AnkiDroid), so what the back must know goes through sessionStorage, under one name, and everything
 * works without it. A bracket after a backslash would switch MathJax on: there is none here.
 */
export const choiceScript = `(function () {
  var root = document.querySelector('.cp');
  var list = root && root.querySelector('.cp-list');
  if (!list) return;
  var KEY = 'cardpress-choice';
  var back = root.classList.contains('cp-back');
  var many = list.getAttribute('data-select') === 'many';
  var items = Array.prototype.slice.call(list.children);

  function label(item) { return item.getAttribute('data-label'); }
  function isKey(item) { return item.hasAttribute('data-correct'); }
  function load() {
    try {
      var state = JSON.parse(sessionStorage.getItem(KEY));
      var its = state && state.id === list.getAttribute('data-id');
      return its && Array.isArray(state.order) && Array.isArray(state.picked) ? state : null;
    } catch (e) { return null; }
  }
  function save(state) {
    try { sessionStorage.setItem(KEY, JSON.stringify(state)); } catch (e) {}
  }
  function arrange(order) {
    var same = order.slice().sort().join() === items.map(label).sort().join();
    if (!same) return;
    items.sort(function (a, b) { return order.indexOf(label(a)) - order.indexOf(label(b)); });
    items.forEach(function (item) { list.appendChild(item); });
  }
  function shuffled() {
    var order = items.map(label);
    var free = [];
    items.forEach(function (item, at) { if (!item.hasAttribute('data-pinned')) free.push(at); });
    for (var left = free.length - 1; left > 0; left--) {
      var other = Math.floor(Math.random() * (left + 1));
      var a = free[left], b = free[other], name = order[a];
      order[a] = order[b];
      order[b] = name;
    }
    return order;
  }
  function listen(handler) {
    if (window.cardpressKeys) document.removeEventListener('keydown', window.cardpressKeys);
    window.cardpressKeys = handler;
    if (handler) document.addEventListener('keydown', handler);
  }

  root.classList.add('cp-live');
  if (back) {
    listen(null);
    var state = load();
    var picked = state ? state.picked : [];
    if (state) arrange(state.order);
    var keys = items.filter(isKey).length, hits = 0, misses = 0;
    items.forEach(function (item) {
      var on = picked.indexOf(label(item)) >= 0;
      if (on) item.classList.add('cp-picked');
      if (!keys || !picked.length) return;
      if (on && isKey(item)) hits++;
      if (on && !isKey(item)) { misses++; item.classList.add('cp-wrong'); }
      if (many && !on && isKey(item)) item.classList.add('cp-missed');
    });
    var verdict = root.querySelector('.cp-verdict');
    if (verdict && keys && picked.length) {
      verdict.setAttribute('data-verdict', hits === keys && !misses ? 'right' : many && hits ? 'partly' : 'wrong');
      verdict.hidden = false;
    }
    return;
  }

  var picks = [];
  if (list.getAttribute('data-shuffle') !== 'off') {
    arrange(shuffled());
    root.classList.add('cp-shuffled');
  }
  function show() {
    items.forEach(function (item) {
      var on = picks.indexOf(label(item)) >= 0;
      item.classList.toggle('cp-picked', on);
      item.setAttribute('aria-checked', on ? 'true' : 'false');
    });
    save({ id: list.getAttribute('data-id'), order: items.map(label), picked: picks });
  }
  function pick(item) {
    var name = label(item);
    if (picks.indexOf(name) >= 0) picks = picks.filter(function (other) { return other !== name; });
    else picks = many ? picks.concat(name) : [name];
    show();
  }
  list.setAttribute('role', many ? 'group' : 'radiogroup');
  items.forEach(function (item, at) {
    item.setAttribute('role', many ? 'checkbox' : 'radio');
    item.setAttribute('tabindex', '0');
    if (at < 10) item.setAttribute('title', 'Alt+' + (at + 1) % 10);
    item.onclick = function (event) {
      if (event.target.closest && event.target.closest('a')) return;
      pick(item);
    };
    item.onkeydown = function (event) {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      pick(item);
    };
  });
  listen(function (event) {
    var digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code || '');
    if (!digit || !event.altKey || event.ctrlKey || event.metaKey) return;
    var item = items[(Number(digit[1]) + 9) % 10];
    if (!item || !document.contains(item)) return;
    event.preventDefault();
    pick(item);
  });
  show();
})();`

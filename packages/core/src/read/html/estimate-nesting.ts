/**
 * Returns about how deep the elements of a page are nested, in one pass and without recursion. Elements whose end tag
 * may be left out do not count.
 *
 * @param source The page.
 */
export function estimateNesting(source: string): number {
  let depth = 0
  let deepest = 0
  for (const [, slash, name = ''] of source.matchAll(/<(\/?)([a-z][a-z\d]{0,20})/gi)) {
    if (uncounted.has(name.toLowerCase())) continue
    if (slash === '') deepest = Math.max(deepest, ++depth)
    else if (depth > 0) depth--
  }
  return deepest
}

const uncounted: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr html head body p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt path circle rect line polygon use g stop ellipse polyline'.split(
    ' ',
  ),
)

import type { MathRenderer } from './contract.ts'

/**
 * Returns the renderer; MathJax and its font are loaded here and nowhere else (about 0.3 s), so call it only
 * when there is a formula. Later calls return the same renderer. Works without network and without a browser.
 */
export async function loadMath(): Promise<MathRenderer> {
  const { createRenderer } = await import('./renderer.ts')
  renderer ??= createRenderer()
  return renderer
}

let renderer: MathRenderer | undefined

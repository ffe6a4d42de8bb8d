export type { CardpressConfig } from './config.ts'
export { defineConfig } from './config.ts'

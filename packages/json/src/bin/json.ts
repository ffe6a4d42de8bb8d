import { runEmitter } from '@cardpress/core/disk'
import { emitJson } from '../emit-json.ts'
import { baseOption, mathOption, toBase, toMath } from './options.ts'

await runEmitter({
  name: 'cardpress-json',
  emit: emitJson,
  options: { math: mathOption, base: baseOption },
  toOptions: ({ math, base }) => ({ math: toMath(math), base: toBase(base) }),
})

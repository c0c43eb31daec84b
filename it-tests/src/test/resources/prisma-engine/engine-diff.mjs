// Asks Prisma's engine for scripts: of s<i>.prisma from nothing into e<i>.sql, and from it to the
// next one into d<i>.sql. Arguments: URL of a PostgreSQL database, directory, how many.
import fs from 'node:fs'
import * as bindings from './node_modules/@prisma/schema-engine-wasm/schema_engine_bg.js'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const [url, directory, count] = process.argv.slice(2)
const wasm = './node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm'
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (text) => console.error(text) }
const { instance } = await WebAssembly.instantiate(
  fs.readFileSync(new URL(wasm, import.meta.url)),
  { './schema_engine_bg.js': bindings },
)
bindings.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()
const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
const filters = { externalTables: [], externalEnums: [] }

const schema = (i) => {
  const path = `s${i}.prisma`
  const content = fs.readFileSync(`${directory}/${path}`, 'utf8')
  return { tag: 'schemaDatamodel', files: [{ path, content }] }
}
const write = async (from, to, file) => {
  const answer = await engine.diff({
    from, to, script: true, exitCode: null, shadowDatabaseUrl: null, filters,
  })
  fs.writeFileSync(`${directory}/${file}`, answer.stdout)
}
for (let i = 0; i < count; i++) {
  await write({ tag: 'empty' }, schema(i), `e${i}.sql`)
  await write(schema(i), schema((i + 1) % count), `d${i}.sql`)
}
process.exit(0)

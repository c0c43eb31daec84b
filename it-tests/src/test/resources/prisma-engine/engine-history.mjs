// What Prisma's engine says of a history, and does about it. Arguments: URL of a PostgreSQL database,
// directory of the migrations, `diagnose` or `apply`. The answer, or `error` with its text, goes to
// standard output as JSON.
import fs from 'node:fs'
import * as bindings from './node_modules/@prisma/schema-engine-wasm/schema_engine_bg.js'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const [url, directory, command] = process.argv.slice(2)
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

const lockfile = 'migration_lock.toml'
const migrationsList = {
  baseDir: directory,
  lockfile: { path: lockfile, content: fs.readFileSync(`${directory}/${lockfile}`, 'utf8') },
  shadowDbInitScript: '',
  migrationDirectories: fs.readdirSync(directory).filter((name) => name !== lockfile).sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(`${directory}/${path}/migration.sql`, 'utf8') },
      },
    })),
}
const filters = { externalTables: [], externalEnums: [] }
try {
  const answer = command === 'apply'
    ? await engine.applyMigrations({ migrationsList, filters })
    : await engine.diagnoseMigrationHistory({
      migrationsList, filters, optInToShadowDatabase: false,
    })
  console.log(JSON.stringify(answer))
} catch (error) {
  console.log(JSON.stringify({ error: `${error.code ?? ''} ${error.message ?? error}` }))
}
process.exit(0)

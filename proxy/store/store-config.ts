import { z } from 'zod'
import { secretRef } from '../config/secret.ts'

const name = z
  .string()
  .regex(/^[\w.-]+$/)
  .max(63)
const seconds = z.number().min(0.1).max(600)

const embedded = z.strictObject({
  kind: z.literal('pglite').describe('Indlejret lager i proxyens egen proces: til udvikling, prøve og små kommuner med én proces.'),
  folder: z
    .string()
    .min(1)
    .default('.proxy-data')
    .describe('Mappe til data. Kun én proces ad gangen kan bruge den. Tåler, at processen bliver slået ihjel, men ikke strømsvigt.'),
})

const server = z.strictObject({
  kind: z.literal('postgres').describe('PostgreSQL 15 eller nyere: til drift med flere replikaer.'),
  host: z.string().min(1).max(253).describe('Værtsnavn, eller mappen med en Unix-sokkel, når det begynder med /.'),
  port: z.int().min(1).max(65_535).default(5432),
  database: name.default('sagshjaelp'),
  user: name.default('sagshjaelp_proxy').describe('Databaserollen. Giv den kun rettighederne i proxy/store/grants.sql.'),
  password: secretRef
    .nullable()
    .default(null)
    .describe(
      'Hvor kodeordet ligger. Det læses ved hver ny forbindelse, så det kan skiftes uden genstart. Tom: serveren kender os på anden vis.',
    ),
  tls: z
    .enum(['verify', 'off'])
    .default('verify')
    .describe('Kryptering med kontrol af serverens certifikat. "off" kan kun bruges til loopback og Unix-sokler.'),
  caFile: z.string().startsWith('/').nullable().default(null).describe('Fil med de rodcertifikater, serverens certifikat skal føre til.'),
  connections: z.int().min(2).max(100).default(10).describe('Flest samtidige forbindelser for hver replika.'),
  connectSeconds: seconds.default(5).describe('Så længe ventes der på en forbindelse.'),
  statementSeconds: seconds.default(10).describe('Så længe må en forespørgsel vare, før serveren afbryder den.'),
  startSeconds: z.number().min(0).max(600).default(30).describe('Så længe ventes der ved start på, at databasen svarer.'),
  preparedStatements: z.boolean().default(true).describe('Slå fra bag en forbindelsesdeler, der ikke kan forberedte forespørgsler.'),
  migrations: z
    .enum(['apply', 'check'])
    .default('apply')
    .describe(
      '"apply": tabellerne bringes op på den rette udgave ved start. "check": de skal være det i forvejen (npm run proxy:migrate).',
    ),
})

/** Where the proxy keeps what it must not forget. One SQL for both. */
export const storeConfig = z.discriminatedUnion('kind', [embedded, server]).default({ kind: 'pglite', folder: '.proxy-data' })

export type StoreConfig = z.infer<typeof storeConfig>
export type PgliteConfig = Extract<StoreConfig, { kind: 'pglite' }>
export type PostgresConfig = Extract<StoreConfig, { kind: 'postgres' }>

import { z } from 'zod'
import { secretRef } from '../config/secret.ts'

const KIB = 1024
const MIB = 1024 * KIB

const seconds = (least: number, most: number, usual: number) => z.number().min(least).max(most).default(usual)
const bytes = (least: number, most: number, usual: number) => z.int().min(least).max(most).default(usual)

const tls = z.strictObject({
  certificate: z.string().startsWith('/').describe('Fil med certifikat og mellemcertifikater (PEM).'),
  key: z.string().startsWith('/').describe('Fil med den private nøgle (PEM).'),
})

/** How the proxy is reached, and what it puts up with from those who reach it. */
export const serverConfig = z.strictObject({
  host: z.string().min(1).max(253).default('127.0.0.1').describe('Adresse, der lyttes på. I en container: 0.0.0.0.'),
  port: z.int().min(0).max(65_535).default(8787).describe('Port, der lyttes på. 0: en ledig port, som skrives i loggen.'),
  hosts: z
    .array(z.string().min(1).max(261))
    .max(20)
    .default([])
    .describe('Værtsnavne, som kald skal være rettet til (feltet Host, evt. med port). Tom: alle; så skal balanceren sørge for det.'),
  tls: tls.nullable().default(null).describe('Eget certifikat. Uden det skal en balancer foran stå for TLS.'),
  metrics: z
    .enum(['administrators', 'token', 'public'])
    .default('administrators')
    .describe('Hvem der må læse /metrics: administratorer, den der har `metricsToken`, eller alle, der kan nå porten.'),
  metricsToken: secretRef.nullable().default(null).describe('Hemmelighed, som Prometheus sender som Bearer-token, når `metrics` er token.'),
  requestLog: z.boolean().default(false).describe('Om hvert kald giver en loglinje: rute, status og tid, aldrig person eller indhold.'),
  bodyBytes: bytes(16 * KIB, 16 * MIB, MIB).describe('Største forespørgsel i bytes (undtagen lyd).'),
  audioBytes: bytes(64 * KIB, 100 * MIB, 25 * MIB).describe('Største lydfil i bytes.'),
  answerBytes: bytes(64 * KIB, 64 * MIB, 8 * MIB).describe('Største svar fra en sprogmodel i bytes. Et længere svar afbrydes med fejl.'),
  eventBytes: bytes(4 * KIB, 4 * MIB, 256 * KIB).describe('Længste enkelte hændelse i en strøm fra en sprogmodel, i bytes.'),
  headerSeconds: seconds(1, 60, 10).describe('Så længe må en forespørgsels hoved være undervejs.'),
  requestSeconds: seconds(2, 600, 60).describe('Så længe må en hel forespørgsel være undervejs.'),
  idleConnectionSeconds: seconds(1, 600, 65).describe('Så længe holdes en ledig forbindelse åben. Skal være længere end balancerens.'),
  clientStallSeconds: seconds(1, 600, 30).describe('Så længe må modtageren lade være med at tage imod, før forbindelsen lukkes.'),
  upstreamIdleSeconds: seconds(1, 600, 60).describe('Så længe må sprogmodellen tie, før svaret afbrydes med fejl.'),
  callSeconds: seconds(2, 3600, 300).describe('Så længe må et kald til en sprogmodel vare i alt.'),
  connections: z.int().min(10).max(100_000).default(4000).describe('Flest forbindelser på én gang i en replika. Flere afvises.'),
  shutdownSeconds: seconds(0, 3600, 60).describe(
    'Så længe venter en replika, der lukker, på åbne strømme. Derefter afsluttes de med fejl.',
  ),
})

export type ServerConfig = z.infer<typeof serverConfig>

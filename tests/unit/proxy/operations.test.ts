import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { parseConfig } from '#proxy/config/load-config.ts'

const FOLDER = new URL('../../../proxy/operations/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')

interface Sample {
  readonly kind: string
  readonly data: { readonly 'proxy.json': string }
  readonly spec: { readonly template: { readonly spec: PodSpec } }
}

interface PodSpec {
  readonly securityContext: Readonly<Record<string, unknown>>
  readonly terminationGracePeriodSeconds: number
  readonly containers: readonly { readonly securityContext: Readonly<Record<string, unknown>> }[]
}

const filled = (text: string) =>
  text
    .replaceAll('<åååå-mm-dd>', '2026-11-01')
    .replaceAll('<nnn>', '999')
    .replaceAll('<udvidelsens id>', 'b'.repeat(32))
    .replaceAll(/<(?:lejer-id|klient-id)>/g, '00000000-0000-4000-8000-000000000000')
    .replaceAll(/<([^>]+)>/g, (_all, name: string) => name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-'))

const kubernetes = parseAllDocuments(read('kubernetes.yaml')).map((document) => document.toJS() as Sample)

it('shows a configuration in the sample for Kubernetes that the proxy takes, once it is filled in', () => {
  const text = kubernetes.find(({ kind }) => kind === 'ConfigMap')?.data['proxy.json'] ?? ''
  const config = parseConfig(JSON.parse(filled(text)))
  expect(config.upstream.models[0]?.at[0]?.processing).toBe('data-zone-eu')
  const pod = kubernetes.find(({ kind }) => kind === 'Deployment')?.spec.template.spec
  expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(config.server.shutdownSeconds)
})

it('runs as nobody in a read-only tree', () => {
  const pod = kubernetes.find(({ kind }) => kind === 'Deployment')?.spec.template.spec
  expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65_532 })
  expect(pod?.containers[0]?.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false })
  const image = read('Containerfile')
  expect(image).toMatch(/^USER 65532:65532$/m)
  expect(image).toContain('"--permission", "--allow-fs-read=*"')
})

it('can be read as YAML, and gives streams time to end', () => {
  const [app] = parseAllDocuments(read('azure-container-app.yaml')).map((document) => document.toJS())
  expect(app.properties.template.terminationGracePeriodSeconds).toBeGreaterThan(60)
  expect(app.properties.configuration.ingress.allowInsecure).toBe(false)
})

export * from '#build/browser/extension-id.ts'

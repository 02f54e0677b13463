export * from '#build/browser/launch.ts'

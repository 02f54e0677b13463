export * from '#build/browser/side-panel.ts'

import { defineConfig } from 'vite'

/** The gallery: every view with invented data, for looking at and for measuring. Not part of the product. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../.output/gallery', emptyOutDir: true, target: 'es2022', minify: false,
    rolldownOptions: { input: ['index.html', 'host-page.html', 'host-preact.html'].map((file) => `${import.meta.dirname}/${file}`) },
  },
})

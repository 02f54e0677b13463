import { defineConfig } from 'vite'

/** The gallery: every view with invented data, for looking at and for measuring. Not part of the product. `--mode preact` builds the overlay as it ships. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  ...(mode === 'preact' && {
    resolve: {
      alias: {
        'react-dom/client': 'preact/compat/client',
        'react-dom': 'preact/compat',
        'react/jsx-runtime': 'preact/jsx-runtime',
        react: 'preact/compat',
      },
    },
  }),
  build: {
    outDir: `../../.output/gallery-${mode}`,
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    rolldownOptions: { input: ['index.html', 'host-page.html'].map((file) => `${import.meta.dirname}/${file}`) },
  },
}))

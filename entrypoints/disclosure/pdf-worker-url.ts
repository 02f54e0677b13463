// oxlint-disable-next-line import/default -- the builder gives a file's address as the default export
export { default as pdfWorkerUrl } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

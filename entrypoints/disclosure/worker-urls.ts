// oxlint-disable import/default -- the builder gives a worker's address as the default export
export { default as readWorkerUrl } from './read-worker.ts?worker&url'
export { default as findWorkerUrl } from './find-worker.ts?worker&url'
export { default as exportWorkerUrl } from './export-worker.ts?worker&url'

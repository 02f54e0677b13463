import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Draft } from '../draft.ts'
import { decodeEntities } from '../text/html-entities.ts'
import { deepTexts } from './deep-texts.ts'

/** What belongs to the document and to none of its pages: who made it, what it is called, where it leads. */
export async function readWhole(document: PDFDocumentProxy, draft: Draft): Promise<void> {
  await readMetadata(document, draft)
  const outline = await document.getOutline()
  draft.add('outline', outlineTexts(outline).join('\n'))
  draft.add('form', deepTexts(await document.getFieldObjects()).join('\n'))
  const layers = await document.getOptionalContentConfig()
  const names = [...layers].map(([, group]) => group.name)
  const labels = (await document.getPageLabels())?.filter((label) => /[^\divxlc]/i.test(label) || label.length > 5) ?? []
  draft.add('metadata', deepTexts([names, labels, await document.getJSActions()]).join('\n'))
  draft.add('link', Object.keys((await document.getDestinations()) ?? {}).join('\n'))
}

async function readMetadata(document: PDFDocumentProxy, draft: Draft): Promise<void> {
  const { info, metadata } = await document.getMetadata()
  draft.add('metadata', deepTexts(info).join('\n'))
  const xmp = metadata?.getRaw()
  if (typeof xmp !== 'string') return
  // Both ways: a number may be split by tags, and a text may stand in an attribute.
  draft.add('metadata', decodeEntities(xmp.replaceAll(/<[^<>]*>/g, ' ')))
  draft.add('metadata', attributeTexts(xmp))
}

function attributeTexts(xmp: string): string {
  return [...xmp.matchAll(/="([^"<>]*)"|='([^'<>]*)'/g)].map(([, double, single]) => decodeEntities(double ?? single ?? '')).join('\n')
}

interface OutlineNode {
  readonly title?: unknown
  readonly url?: unknown
  readonly unsafeUrl?: unknown
  readonly items?: unknown
}

function outlineTexts(nodes: unknown, depth = 0): readonly string[] {
  if (!Array.isArray(nodes) || depth > 30) return []
  return nodes.flatMap((node: OutlineNode) => [
    ...deepTexts([node.title, node.url, node.unsafeUrl]),
    ...outlineTexts(node.items, depth + 1),
  ])
}

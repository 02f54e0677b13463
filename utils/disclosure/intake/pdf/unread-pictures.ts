import type { PageBox, TextBox } from '../../model/screened-document.ts'

/** A picture smaller than this share of the page is a logo, a stamp or a signature. */
const BIG = 0.08
/** A searchable scan has about this many letters over a full page; a scan with a stamp on it has far fewer. */
const LETTERS_A_PAGE = 400

/** Whether a big picture lies on the page that has too little text over it to have been read already. */
export function hasUnreadPicture(
  pictures: readonly PageBox[],
  boxes: readonly TextBox[],
  page: { width: number; height: number },
): boolean {
  const whole = page.width * page.height
  const shares = pictures.map((picture) => ({ picture, share: areaOn(picture, page) / whole }))
  const strips = shares.reduce((sum, { share }) => sum + share, 0)
  if (strips < BIG) return false
  // Scanners cut a page into strips, each of them small: together they are one picture.
  const big = shares.filter(({ share }) => share >= BIG)
  return big.length > 0
    ? big.some(({ picture, share }) => lettersOver(picture, boxes) < LETTERS_A_PAGE * Math.min(share, 1))
    : lettersOver(around(pictures), boxes) < LETTERS_A_PAGE * Math.min(strips, 1)
}

function areaOn({ left, top, right, bottom }: PageBox, { width, height }: { width: number; height: number }): number {
  return Math.max(0, Math.min(right, width) - Math.max(left, 0)) * Math.max(0, Math.min(bottom, height) - Math.max(top, 0))
}

function lettersOver(picture: PageBox, boxes: readonly TextBox[]): number {
  let letters = 0
  for (const { start, end, box } of boxes) if (isOver(box, picture)) letters += end - start
  return letters
}

function isOver(box: PageBox, { left, top, right, bottom }: PageBox): boolean {
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  return x >= left && x <= right && y >= top && y <= bottom
}

function around(boxes: readonly PageBox[]): PageBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

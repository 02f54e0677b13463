/** Something on a page that cannot be cleaned with certainty: the page leaves as a picture of itself instead. */
export class NeedsPicture extends Error {
  override readonly name = 'NeedsPicture'
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What of each kind of object survives, by name. Everything else, known or unknown, is left behind. */
export const KEPT = {
  font: words('Type Subtype FirstChar LastChar Widths Encoding FontDescriptor ToUnicode DescendantFonts DW W DW2 W2 CIDToGIDMap'),
  descriptor: words(
    'Type Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3',
  ),
  image: words('Type Subtype Width Height ColorSpace BitsPerComponent Decode ImageMask Mask SMask Interpolate Intent Matte'),
  form: words('Type Subtype FormType BBox Matrix Group'),
  group: words('Type S CS I K'),
  state: words('Type LW LC LJ ML D RI OP op OPM SA BM CA ca AIS TK FL SM'),
  mask: words('Type S BC TR'),
  tiling: words('Type PatternType PaintType TilingType BBox XStep YStep Matrix'),
  shaded: words('Type PatternType Matrix Shading'),
  /** Colour spaces, shadings, functions, encodings: numbers, names and sampled data. */
  plain: words(
    'Type N Alternate Range FunctionType Domain C0 C1 Functions Bounds Encode Decode Size BitsPerSample Order ShadingType ColorSpace Background BBox AntiAlias Coords Function Extend Matrix BitsPerCoordinate BitsPerComponent BitsPerFlag VerticesPerRow WhitePoint BlackPoint Gamma BaseEncoding Differences Length1 Length2 Length3 Subtype CMapName WMode',
  ),
} as const

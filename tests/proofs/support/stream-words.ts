/** Words of one, two, three and four bytes a letter, so that a cut falls inside letters too. */
export const STREAM_WORDS = ['borgeren', 'møder', 'til', 'samtale', 'på', 'jobcentret', 'ægtefælle', 'årsdag', '😀'] as const

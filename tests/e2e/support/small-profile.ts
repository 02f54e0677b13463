/** An administrator's own profile: it knows the overview of the practice environment's dialect M and little on it. */
export const SMALL_PROFILE = {
  schema: 1,
  id: 'egen-profil',
  version: '1.0.0',
  name: 'Egen profil',
  verified: false,
  hosts: ['http://kobenhavn.localhost/*'],
  identity: {
    sources: [
      { id: 'route', gives: 'citizenId', independent: 'address', locators: [{ by: 'route', param: 'citizen' }] },
      {
        id: 'header-cpr',
        gives: 'cpr',
        independent: 'header',
        locators: [{ by: 'css', css: 'header h1, main h1, h1, h2' }],
        extract: '\\((\\d{6}-\\d{4})\\)',
      },
      {
        id: 'header-name',
        gives: 'name',
        independent: 'header',
        locators: [{ by: 'css', css: 'header h1, main h1, h1, h2' }],
        extract: '^([^(]{2,80}) \\(',
      },
    ],
    need: 2,
  },
  blocks: { head: { facts: { 'case.number': { locators: [{ by: 'label', text: 'Sagsnr.', relations: ['dd'] }] } } } },
  pages: [{ kind: 'overview', citizens: 'single', at: [{ path: '/borger/{citizen}/overblik' }], blocks: ['head'] }],
}

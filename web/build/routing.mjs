/** Where routes live: read by the Vite plugin and by build/routes.mjs. */
export const routing = {
  target: 'react',
  autoCodeSplitting: true,
  quoteStyle: 'single',
  routesDirectory: './src/app/routes',
  generatedRouteTree: './src/app/routeTree.gen.ts',
  disableLogging: true,
}

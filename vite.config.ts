import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const page = (path: string) => fileURLToPath(new URL(`./admin-ui/${path}`, import.meta.url));

/** The console at / and the portal at /portal/, split by route. */
export default defineConfig({
  root: 'admin-ui',
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { console: page('index.html'), portal: page('portal/index.html') },
      // "use client" means nothing in a bundle for browsers.
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});

import { createRoot } from 'react-dom/client';
import { StyleRoot } from '../shared/styles.tsx';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StyleRoot>
      <App />
    </StyleRoot>,
  );

import { ApiProblem, type ProblemBody } from '../../shared/api.ts';
import { tokenNow } from '../session.ts';
import type { KeptFile } from '../wire.ts';
import { fileSizeMax } from './vocabulary.ts';

export const accepted = '.pdf,.png,.jpg,.jpeg,.csv,application/pdf,image/png,image/jpeg,text/csv';

/** What speaks against a file before it is sent; the server looks at its content again. */
export function refusal(file: File): 'too_large' | 'unsupported_media_type' | 'empty' | null {
  if (!/\.(pdf|png|jpe?g|csv)$/i.test(file.name)) return 'unsupported_media_type';
  if (file.size > fileSizeMax) return 'too_large';
  return file.size === 0 ? 'empty' : null;
}

function problemIn(request: XMLHttpRequest): ApiProblem {
  try {
    const body = JSON.parse(request.responseText) as ProblemBody;
    if (typeof body.code === 'string')
      return new ApiProblem({ ...body, params: body.params ?? {}, status: request.status });
  } catch {
    // not ours: a proxy's page
  }
  return new ApiProblem({
    code: request.status >= 500 ? 'unavailable' : 'malformed_request',
    params: {},
    status: request.status,
  });
}

export interface Upload {
  done: Promise<KeptFile>;
  cancel: () => void;
}

/** Sends one file and says how far it is, 0 to 1. Rejects with ApiProblem; `cancelled` when it was called off. */
export function upload(file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<KeptFile>((resolve, reject) => {
    const lost = (code: string) => () => reject(new ApiProblem({ code, params: {}, status: 0 }));
    request.open('POST', '/api/portal/files');
    request.setRequestHeader('Accept', 'application/json');
    const token = tokenNow();
    if (token !== null) request.setRequestHeader('X-CSRF-Token', token);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) reject(problemIn(request));
      else resolve(JSON.parse(request.responseText) as KeptFile);
    };
    request.onerror = lost('offline');
    request.onabort = lost('cancelled');
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
  return { done, cancel: () => request.abort() };
}

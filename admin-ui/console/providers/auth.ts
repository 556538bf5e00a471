import type { AuthProvider } from 'react-admin';
import { ApiProblem } from '../../shared/api.ts';
import { forgetSession, loadSession, signOut } from './session.ts';

/** Sessions are the server's; react-admin only asks whether one is there. */
export const authProvider: AuthProvider = {
  async login() {
    await loadSession();
  },
  async logout() {
    await signOut();
    return '/login';
  },
  async checkAuth() {
    const session = await loadSession();
    if (session.state !== 'full') throw { redirectTo: '/login', logoutUser: false, message: false };
  },
  async checkError(error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) return;
    forgetSession();
    throw { redirectTo: '/login', message: false };
  },
  async getIdentity() {
    const { person } = await loadSession();
    return { id: person?.id ?? '', fullName: person?.name ?? '' };
  },
  async getPermissions() {
    return (await loadSession()).permissions;
  },
};

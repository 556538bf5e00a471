export default function Specialists() {
  return null;
}

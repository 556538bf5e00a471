export default function Specialist() {
  return null;
}

// What both scripts need: settings from the environment, and an end for the case that nothing happens.
export function required(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`${name} is not set: see README.md beside this script.`);
    process.exit(2);
  }

  return value;
}

export async function withDeadline(work, seconds = 30) {
  const deadline = setTimeout(() => {
    console.error(`Nothing came of it within ${seconds} s.`);
    process.exit(3);
  }, seconds * 1000);
  try {
    await work();
  } catch (problem) {
    console.error(problem);
    process.exit(1);
  } finally {
    clearTimeout(deadline);
  }
}

// A mail server for tests: takes mail on the given port and writes each as a file into the given folder.
const { SMTPServer } = require(process.argv[2]);
const fs = require("fs");
const path = require("path");

const [port, folder] = [Number(process.argv[3]), process.argv[4]];
let count = 0;
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  onAuth: (auth, session, done) =>
    auth.username === "outlay" && auth.password === "right"
      ? done(null, { user: auth.username })
      : done(refusal(535, "no")),
  onRcptTo: (address, session, done) =>
    address.address.startsWith("nobody@") ? done(refusal(550, "no such mailbox"))
    : address.address.startsWith("full@") ? done(refusal(452, "mailbox is full"))
    : done(),
  onData: (stream, session, done) => {
    const file = path.join(folder, `${String(++count).padStart(4, "0")}.eml`);
    stream.pipe(fs.createWriteStream(file + ".part")).on("finish", () => {
      fs.renameSync(file + ".part", file);
      done();
    });
  },
}).listen(port, "127.0.0.1");

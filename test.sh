#!/usr/bin/env bash
# Checks everything: formatting, packages, a build without warnings, and all tests, browser tests included.
# Needs the .NET 10 SDK; on Debian as root it installs the browser it tests with.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
mkdir -p artifacts

if ! command -v chromium >/dev/null; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The browser tests need Debian's chromium: install it (apt-get install chromium) and run this again." >&2
    exit 2
  fi
  echo "Installing chromium for the browser tests ..."
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation >artifacts/apt.log
fi

# Stand-ins of the clouds' storage and a mail server, for the tests of connections and alerts. Without npm those tests skip and say so.
if ! command -v npm >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing npm for the stand-ins of the clouds' storage and the mail server ..."
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq npm >>artifacts/apt.log
fi
if command -v npm >/dev/null; then
  npm install --prefix artifacts/npm --no-audit --no-fund --ignore-scripts --loglevel=error azurite@3.35.0 s3rver@3.7.1 smtp-server@3.21.6 >artifacts/npm.log
fi

echo "== tools and packages (known vulnerabilities fail here)"
dotnet tool restore
dotnet restore -p:RestoreLockedMode=true
echo "== formatting"
dotnet csharpier check .
echo "== build, warnings are errors"
dotnet build --no-restore -c Release -v quiet
echo "== tests"
set +e
dotnet test --no-build -c Release --max-parallel-test-modules 1 --minimum-expected-tests 1 2>&1 | tee artifacts/test.log
code=${PIPESTATUS[0]}
set -e
awk '
  $1 == "succeeded:" { passed = $2 }
  $1 == "failed:"    { failed = $2 }
  $1 == "skipped:"   { skipped = $2 }
  END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }
' artifacts/test.log
exit "$code"

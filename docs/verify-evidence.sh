#!/bin/bash
# Verifies an evidence container with unzip, xmlsec1 and openssl alone: verify-evidence.sh FILE.asice CA.pem
# Ends with 0 when every signature in it holds. Signatures beside JSON: ECDSA P-256, which the hub makes; others are named and refused.
set -eu
container=$(realpath "$1") ca=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/files"
cd "$work/files"

refuse() { echo "NOT PROVEN: $1"; exit 1; }

unzip -q "$container" -d . || refuse "the archive is damaged"
[ "$(cat mimetype)" = application/vnd.etsi.asic-e+zip ] || refuse "mimetype is not that of ASiC-E"

# Certificates are asked whether they were valid when they signed, not whether they are today.
xml() {
  at=$(sed -n 's/.*SigningTime[^>]*>\([0-9-]*\)T\([0-9:]*\).*/\1 \2/p' "$1" | head -n 1)
  TZ=UTC xmlsec1 --verify --enabled-key-data x509,ec --trusted-pem "$ca" --verification-time "$at" \
    --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties "$1" > /dev/null 2>&1 || refuse "$1"
  echo "proven: $1"
}

# base64url to bytes
decoded() { printf '%s%s' "$1" "$(printf '%*s' $(((4 - ${#1} % 4) % 4)) '' | tr ' ' '=')" | tr '_-' '/+' | openssl base64 -d -A; }

# a signature beside JSON (RFC 7797), or around it
jws() {
  IFS=. read -r header payload value < <(cat "$2"; echo) || true
  decoded "$header" > "$work/header" 2>/dev/null || refuse "$2"
  grep -q '"alg":"ES256"' "$work/header" || refuse "$2: the algorithm is not ES256"
  if grep -q '"x5c"' "$work/header"; then
    sed 's/.*"x5c":\["\([^"]*\)".*/\1/' "$work/header" | openssl base64 -d -A > "$work/signer.der"
  else
    cp "certificates/$(decoded "$(sed 's/.*"x5t#S256":"\([^"]*\)".*/\1/' "$work/header")" | od -An -v -tx1 -w32 | tr -d ' ').cer" "$work/signer.der"
  fi
  openssl x509 -inform DER -in "$work/signer.der" -out "$work/signer.pem" || refuse "$2"
  at=$(sed 's/.*"iat":\([0-9]*\).*/\1/' "$work/header")
  openssl verify -purpose any -attime "$at" -CAfile "$ca" "$work/signer.pem" > /dev/null || refuse "$2: its certificate is not of the CA"
  # r and s, 32 bytes each, to the DER that openssl reads
  decoded "$value" > "$work/value" 2>/dev/null || refuse "$2"
  printf 'asn1=SEQUENCE:both\n[both]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n' $(od -An -v -tx1 -w32 "$work/value" | tr -d ' ') > "$work/value.cnf"
  openssl asn1parse -genconf "$work/value.cnf" -noout -out "$work/value.der" || refuse "$2"
  openssl x509 -in "$work/signer.pem" -noout -pubkey > "$work/key.pem"
  if [ -n "$payload" ]; then printf '%s.%s' "$header" "$payload" > "$work/signed"; else { printf '%s.' "$header"; cat "$1"; } > "$work/signed"; fi
  openssl dgst -sha256 -verify "$work/key.pem" -signature "$work/value.der" "$work/signed" > /dev/null || refuse "$1"
  echo "proven: $1"
}

# Which files are not as the signature says: xmlsec1 finds it too, but does not name them.
digest() { openssl dgst "-$1" -binary "$2" | openssl base64 -A; }
sed 's/<Reference /\n&/g' META-INF/signatures.xml | sed -n 's/.* URI="\([^"#]\+\)".*<DigestValue>\([^<]*\)<.*/\1 \2/p' | while read -r name value; do
  [ -f "$name" ] || refuse "$name is missing, of those in META-INF/signatures.xml"
  [ "$value" = "$(digest sha256 "$name")" ] || [ "$value" = "$(digest sha384 "$name")" ] || refuse "$name is not what META-INF/signatures.xml says"
done

# Every file but the signature itself is signed by the hub, and nothing else is in the archive.
xml META-INF/signatures.xml
find . -type f ! -path ./META-INF/signatures.xml | sed 's/^..//' | while read -r name; do
  grep -qF "URI=\"$name\"" META-INF/signatures.xml || refuse "$name is not signed"
done

# What others signed, and the hub at other times.
find message deliveries tree-heads -type f 2>/dev/null | sort | while read -r name; do
  case $name in
    *.xml) xml "$name" ;;
    *.json) jws "$name" "${name%.json}.jws" ;;
    *.jose) jws "$name" "$name" ;;
    *.soap) echo "not judged here: the signature inside $name" ;;
  esac
done

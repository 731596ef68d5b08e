#!/bin/bash
# Verifies an evidence container with unzip, xmlsec1 and openssl alone: verify-evidence.sh FILE.asice CA.pem
# Ends with 0 when every signature in it holds. Beside JSON it takes ECDSA P-256 and P-384; other algorithms are named and refused.
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

# signer.der to signer.pem, asked whether the CA issued it: trusted FILE SECONDS
trusted() {
  openssl x509 -inform DER -in "$work/signer.der" -out "$work/signer.pem" 2> /dev/null || refuse "$1"
  openssl verify -purpose any -attime "$2" -CAfile "$ca" "$work/signer.pem" > /dev/null 2>&1 || refuse "$1: its certificate is not of the CA"
}

# ECDSA: the raw value (r and s, one after the other) in $work/value, over the bytes in $work/signed, by signer.pem
ecdsa() {
  half=$(($(wc -c < "$work/value") / 2))
  case $half in 32) hash=sha256 ;; 48) hash=sha384 ;; *) return 1 ;; esac
  printf 'asn1=SEQUENCE:both\n[both]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n' $(od -An -v -tx1 -w$half "$work/value" | tr -d ' ') > "$work/value.cnf"
  openssl asn1parse -genconf "$work/value.cnf" -noout -out "$work/value.der" 2> /dev/null || return 1
  openssl x509 -in "$work/signer.pem" -noout -pubkey > "$work/key.pem" || return 1
  openssl dgst -$hash -verify "$work/key.pem" -signature "$work/value.der" "$work/signed" > /dev/null 2>&1
}

# a signature beside JSON (RFC 7797), or around it
jws() {
  IFS=. read -r header payload value < <(cat "$2"; echo) || true
  decoded "$header" > "$work/header" 2> /dev/null || refuse "$2"
  grep -q '"alg":"ES\(256\|384\)"' "$work/header" || refuse "$2: the algorithm is not ES256 or ES384"
  if grep -q '"x5c"' "$work/header"; then
    sed 's/.*"x5c":\["\([^"]*\)".*/\1/' "$work/header" | openssl base64 -d -A > "$work/signer.der"
  else
    cp "certificates/$(decoded "$(sed 's/.*"x5t#S256":"\([^"]*\)".*/\1/' "$work/header")" | od -An -v -tx1 -w32 | tr -d ' ').cer" "$work/signer.der"
  fi
  trusted "$2" "$(sed 's/.*"iat":\([0-9]*\).*/\1/' "$work/header")"
  decoded "$value" > "$work/value" 2> /dev/null || refuse "$2"
  if [ -n "$payload" ]; then printf '%s.%s' "$header" "$payload" > "$work/signed"; else { printf '%s.' "$header"; cat "$1"; } > "$work/signed"; fi
  ecdsa || refuse "$1"
  echo "proven: $1"
}

# The signature inside a SOAP envelope, by the certificate in its BinarySecurityToken. What it refers to by wsu:Id is told to xmlsec1 by name; Body must be among it.
soap() {
  file=$1 && tr -d '\n' < "$file" > "$work/envelope" && set --
  sed -n 's/.*<[^</]*BinarySecurityToken [^>]*>\([^<]*\)<.*/\1/p' "$work/envelope" | tr -d ' \t\r' | openssl base64 -d -A > "$work/signer.der" 2> /dev/null || refuse "$file"
  created=$(sed -n 's/.*<[^</]*Created>\([^<]*\)<.*/\1/p' "$work/envelope")
  trusted "$file" "$(date -u -d "$created" +%s 2> /dev/null || echo 0)"
  grep -o '<[^<>]*Body [^<>]*>' "$work/envelope" > "$work/body" || refuse "$file"
  body=no
  for id in $(grep -o 'Reference URI="#[^"]*"' "$work/envelope" | cut -d '#' -f 2 | tr -d '"'); do
    tag=$(grep -o "<[^<>]*Id=\"$id\"[^<>]*>" "$work/envelope" | head -n 1)
    [ "$tag" != "$(cat "$work/body")" ] || body=signed
    name=${tag#<} && name=${name%% *}
    case $name in *:*) declared=xmlns:${name%%:*} ;; *) declared=xmlns ;; esac
    namespace=$({ echo "$tag"; cat "$work/envelope"; } | grep -o " $declared=\"[^\"]*\"" | head -n 1 | cut -d '"' -f 2)
    set -- "$@" --id-attr:Id "$namespace:${name#*:}"
  done
  [ $body = signed ] || refuse "$file: Body is not signed"
  xmlsec1 --verify --pubkey-cert-pem "$work/signer.pem" "$@" "$file" > /dev/null 2>&1 || refuse "$file"
  echo "proven: $file"
}

# The hub's own signature says which files there are; its value is over the list of their digests, so that it can be told whether the list or a file was changed.
list=META-INF/signatures.xml
[ -f $list ] || refuse "$list is missing"
between() { sed -n "s/.*<$1>\([^<]*\)<\/$1>.*/\1/p" $list; }
between X509Certificate | openssl base64 -d -A > "$work/signer.der" 2> /dev/null || refuse "$list"
trusted $list "$(date -u -d "$(between SigningTime)" +%s)" 2> /dev/null
between SignatureValue | openssl base64 -d -A > "$work/value" 2> /dev/null || refuse "$list"
sed -n 's/.*<SignedInfo>\(.*<\/SignedInfo>\).*/<SignedInfo xmlns="http:\/\/www.w3.org\/2000\/09\/xmldsig#">\1/p' $list | tr -d '\n' > "$work/signed"
ecdsa || refuse "$list"
digest() { openssl dgst "-$1" -binary "$2" | openssl base64 -A; }
sed 's/<Reference /\n&/g' $list | sed -n 's/.* URI="\([^"#]\+\)".*<DigestValue>\([^<]*\)<.*/\1 \2/p' | while read -r name value; do
  [ -f "$name" ] || refuse "$name is missing, of those in $list"
  [ "$value" = "$(digest sha256 "$name")" ] || [ "$value" = "$(digest sha384 "$name")" ] || refuse "$name is not what $list says"
done

# Every file but the signature itself is signed by the hub, and nothing else is in the archive.
xml $list
find . -type f ! -path ./$list | sed 's/^..//' | while read -r name; do
  grep -qF "URI=\"$name\"" $list || refuse "$name is not signed"
done

# An attachment is named by its digest.
find attachments -type f 2> /dev/null | sort | while read -r name; do
  [ "$(basename "${name%.*}")" = "$(openssl dgst -sha256 -r "$name" | cut -d ' ' -f 1)" ] || refuse "$name is not what its name says"
  echo "proven: $name"
done

# What a timestamp authority says: when the list of tree heads was there, and that ours are in it.
for token in timestamps/*.tst; do
  [ -f "$token" ] || continue
  list=${token%.tst}.json
  openssl ts -verify -in "$token" -token_in -data "$list" -CAfile "$ca" > /dev/null 2>&1 || refuse "$token"
  for head in tree-heads/*.json; do
    grep -q "\"number\":$(basename "$head" .json)," "$list" || continue
    grep -q "\"sha256\":\"$(openssl dgst -sha256 -r "$head" | cut -d' ' -f1)\"" "$list" || refuse "$head is not in $list"
  done
  echo "proven: $token"
done

# What others signed, and the hub at other times.
find message deliveries tree-heads -type f 2> /dev/null | sort | while read -r name; do
  case $name in
    *.xml) xml "$name" ;;
    *.json) jws "$name" "${name%.json}.jws" ;;
    *.jose) jws "$name" "$name" ;;
    *.soap) soap "$name" ;;
  esac
done

<?php

// One request of a merchant as wechatpay-php sends it: Guzzle, fixed host, proxy, the answer verified with the WeChat Pay public key.

declare(strict_types=1);

require 'GuzzleHttp/autoload.php';

[, $folder, $proxyPort, $mchId, $method, $target] = $argv;
$body = $argv[6] ?? '';

function lines(string ...$parts): string
{
    return implode("\n", $parts) . "\n";
}

$certificate = openssl_x509_parse(file_get_contents("$folder/apiclient_cert.pem"));
$serial = str_pad($certificate['serialNumberHex'], 40, '0', STR_PAD_LEFT);
[$timestamp, $nonce] = [(string) time(), bin2hex(random_bytes(16))];
$key = openssl_pkey_get_private(file_get_contents("$folder/apiclient_key.pem"));
openssl_sign(lines($method, $target, $timestamp, $nonce, $body), $signature, $key, OPENSSL_ALGO_SHA256);
$authorization = sprintf(
    'WECHATPAY2-SHA256-RSA2048 mchid="%s",nonce_str="%s",timestamp="%s",serial_no="%s",signature="%s"',
    $mchId,
    $nonce,
    $timestamp,
    $serial,
    base64_encode($signature)
);

$client = new GuzzleHttp\Client([
    'base_uri' => 'https://api.mch.weixin.qq.com/',
    'proxy' => "http://127.0.0.1:$proxyPort",
    'verify' => "$folder/ca.pem",
    'http_errors' => false,
    'timeout' => 60,
]);
$answer = $client->request($method, $target, [
    'body' => $body,
    'headers' => [
        'Accept' => 'application/json',
        'Content-Type' => 'application/json',
        'Authorization' => $authorization,
    ],
]);
$text = (string) $answer->getBody();
$signed = lines($answer->getHeaderLine('Wechatpay-Timestamp'), $answer->getHeaderLine('Wechatpay-Nonce'), $text);
$theirs = base64_decode($answer->getHeaderLine('Wechatpay-Signature'));
$publicKey = openssl_pkey_get_public(file_get_contents("$folder/pub_key.pem"));
$genuine = openssl_verify($signed, $theirs, $publicKey, OPENSSL_ALGO_SHA256) === 1;
echo $answer->getStatusCode(), ' ', $genuine ? 'genuine' : 'forged', ' ', $text, "\n";

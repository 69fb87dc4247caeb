/*
 * digest.h: SHA-256, so that the demo can say what it has fetched. After FIPS 180-4.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct digest {
    uint32_t state[8];
    uint64_t length;
    unsigned char block[64];
};

static inline uint32_t digest_turn(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

static inline void digest_block(struct digest *d)
{
    static const uint32_t k[64] = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    };
    uint32_t w[64], v[8];
    for (int i = 0; i < 16; i++) {
        const unsigned char *p = d->block + 4 * i;
        w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    }
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (digest_turn(a, 7) ^ digest_turn(a, 18) ^ a >> 3)
            + (digest_turn(b, 17) ^ digest_turn(b, 19) ^ b >> 10);
    }
    memcpy(v, d->state, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t a = v[0], e = v[4];
        uint32_t t = v[7] + (digest_turn(e, 6) ^ digest_turn(e, 11) ^ digest_turn(e, 25))
            + ((e & v[5]) ^ (~e & v[6])) + k[i] + w[i];
        uint32_t u = (digest_turn(a, 2) ^ digest_turn(a, 13) ^ digest_turn(a, 22))
            + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof v[0]);
        v[4] += t;
        v[0] = t + u;
    }
    for (int i = 0; i < 8; i++)
        d->state[i] += v[i];
}

static inline void digest_start(struct digest *d)
{
    static const uint32_t start[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    memcpy(d->state, start, sizeof start);
    d->length = 0;
}

static inline void digest_add(struct digest *d, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    while (size-- > 0) {
        d->block[d->length++ % 64] = *bytes++;
        if (d->length % 64 == 0)
            digest_block(d);
    }
}

/* Writes 64 hexadecimal digits and a NUL. */
static inline void digest_end(struct digest *d, char text[65])
{
    uint64_t bits = d->length * 8;
    digest_add(d, "\x80", 1);
    while (d->length % 64 != 56)
        digest_add(d, "", 1);
    for (int i = 7; i >= 0; i--) {
        unsigned char byte = (unsigned char)(bits >> 8 * i);
        digest_add(d, &byte, 1);
    }
    for (int i = 0; i < 8; i++)
        snprintf(text + 8 * i, 9, "%08x", (unsigned)d->state[i]);
}

#endif

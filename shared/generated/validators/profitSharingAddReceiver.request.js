"use strict";
exports.request = validate10;
const schema11 = {"type":"object","additionalProperties":false,"required":["nonce_str","receiver"],"properties":{"sub_mch_id":{"type":"string","minLength":1,"maxLength":32},"sub_appid":{"type":"string","minLength":1,"maxLength":32},"nonce_str":{"type":"string","minLength":1,"maxLength":32},"receiver":{"title":"ReceiverToAdd","type":"object","additionalProperties":false,"required":["type","account","relation_type"],"properties":{"type":{"type":"string","enum":["MERCHANT_ID","PERSONAL_OPENID","PERSONAL_SUB_OPENID"]},"account":{"type":"string","minLength":1,"maxLength":64},"name":{"type":"string","minLength":1,"maxLength":1024},"relation_type":{"type":"string","enum":["SERVICE_PROVIDER","STORE","STAFF","STORE_OWNER","PARTNER","HEADQUARTER","BRAND","DISTRIBUTOR","USER","SUPPLIER","CUSTOM","PLATFORM","OTHERS"]},"custom_relation":{"type":"string","minLength":1,"maxLength":10}},"allOf":[{"if":{"required":["type"],"properties":{"type":{"const":"MERCHANT_ID"}}},"then":{"required":["name"]}},{"if":{"required":["relation_type"],"properties":{"relation_type":{"const":"CUSTOM"}}},"then":{"required":["custom_relation"]},"else":{"properties":{"custom_relation":false}}}]}},"if":{"required":["receiver"],"properties":{"receiver":{"type":"object","required":["type"],"properties":{"type":{"const":"PERSONAL_SUB_OPENID"}}}}},"then":{"required":["sub_appid"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.receiver === undefined) && (missing0 = "receiver")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.receiver !== undefined){
let data0 = data.receiver;
const _errs3 = errors;
if(errors === _errs3){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((data0.type === undefined) && (missing1 = "type")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data0.type !== undefined){
if("PERSONAL_SUB_OPENID" !== data0.type){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
else {
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sub_appid === undefined){
const err4 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "sub_appid"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nonce_str === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nonce_str"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.receiver === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "receiver"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "sub_mch_id") || (key0 === "sub_appid")) || (key0 === "nonce_str")) || (key0 === "receiver"))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.sub_mch_id !== undefined){
let data2 = data.sub_mch_id;
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
const err9 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.length < 2 && func2(data2) < 1){
const err10 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.sub_appid !== undefined){
let data3 = data.sub_appid;
if(typeof data3 === "string"){
if(data3.length > 32 && func2(data3) > 32){
const err12 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data3.length < 2 && func2(data3) < 1){
const err13 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/properties/sub_appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.nonce_str !== undefined){
let data4 = data.nonce_str;
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
const err15 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4.length < 2 && func2(data4) < 1){
const err16 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/properties/nonce_str/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.receiver !== undefined){
let data5 = data.receiver;
const _errs17 = errors;
let valid5 = true;
const _errs18 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((data5.type === undefined) && (missing2 = "type")){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
if(data5.type !== undefined){
if("MERCHANT_ID" !== data5.type){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
var _valid1 = _errs18 === errors;
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs20 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.name === undefined){
const err20 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/allOf/0/then/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var _valid1 = _errs20 === errors;
valid5 = _valid1;
}
if(!valid5){
const err21 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const _errs22 = errors;
let valid7 = true;
const _errs23 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing3;
if((data5.relation_type === undefined) && (missing3 = "relation_type")){
const err22 = {};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
if(data5.relation_type !== undefined){
if("CUSTOM" !== data5.relation_type){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
var _valid2 = _errs23 === errors;
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid2){
const _errs25 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.custom_relation === undefined){
const err24 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/allOf/1/then/required",keyword:"required",params:{missingProperty: "custom_relation"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid2 = _errs25 === errors;
valid7 = _valid2;
ifClause0 = "then";
}
else {
const _errs26 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.custom_relation !== undefined){
const err25 = {instancePath:instancePath+"/receiver/custom_relation",schemaPath:"#/properties/receiver/allOf/1/else/properties/custom_relation/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var _valid2 = _errs26 === errors;
valid7 = _valid2;
ifClause0 = "else";
}
if(!valid7){
const err26 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/allOf/1/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.type === undefined){
const err27 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data5.account === undefined){
const err28 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/required",keyword:"required",params:{missingProperty: "account"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data5.relation_type === undefined){
const err29 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/required",keyword:"required",params:{missingProperty: "relation_type"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key1 in data5){
if(!(((((key1 === "type") || (key1 === "account")) || (key1 === "name")) || (key1 === "relation_type")) || (key1 === "custom_relation"))){
const err30 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data5.type !== undefined){
let data9 = data5.type;
if(typeof data9 !== "string"){
const err31 = {instancePath:instancePath+"/receiver/type",schemaPath:"#/properties/receiver/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!(((data9 === "MERCHANT_ID") || (data9 === "PERSONAL_OPENID")) || (data9 === "PERSONAL_SUB_OPENID"))){
const err32 = {instancePath:instancePath+"/receiver/type",schemaPath:"#/properties/receiver/properties/type/enum",keyword:"enum",params:{allowedValues: schema11.properties.receiver.properties.type.enum}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data5.account !== undefined){
let data10 = data5.account;
if(typeof data10 === "string"){
if(data10.length > 64 && func2(data10) > 64){
const err33 = {instancePath:instancePath+"/receiver/account",schemaPath:"#/properties/receiver/properties/account/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data10.length < 2 && func2(data10) < 1){
const err34 = {instancePath:instancePath+"/receiver/account",schemaPath:"#/properties/receiver/properties/account/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/receiver/account",schemaPath:"#/properties/receiver/properties/account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data5.name !== undefined){
let data11 = data5.name;
if(typeof data11 === "string"){
if(data11.length > 1024 && func2(data11) > 1024){
const err36 = {instancePath:instancePath+"/receiver/name",schemaPath:"#/properties/receiver/properties/name/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data11.length < 2 && func2(data11) < 1){
const err37 = {instancePath:instancePath+"/receiver/name",schemaPath:"#/properties/receiver/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/receiver/name",schemaPath:"#/properties/receiver/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data5.relation_type !== undefined){
let data12 = data5.relation_type;
if(typeof data12 !== "string"){
const err39 = {instancePath:instancePath+"/receiver/relation_type",schemaPath:"#/properties/receiver/properties/relation_type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!(((((((((((((data12 === "SERVICE_PROVIDER") || (data12 === "STORE")) || (data12 === "STAFF")) || (data12 === "STORE_OWNER")) || (data12 === "PARTNER")) || (data12 === "HEADQUARTER")) || (data12 === "BRAND")) || (data12 === "DISTRIBUTOR")) || (data12 === "USER")) || (data12 === "SUPPLIER")) || (data12 === "CUSTOM")) || (data12 === "PLATFORM")) || (data12 === "OTHERS"))){
const err40 = {instancePath:instancePath+"/receiver/relation_type",schemaPath:"#/properties/receiver/properties/relation_type/enum",keyword:"enum",params:{allowedValues: schema11.properties.receiver.properties.relation_type.enum}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data5.custom_relation !== undefined){
let data13 = data5.custom_relation;
if(typeof data13 === "string"){
if(data13.length > 10 && func2(data13) > 10){
const err41 = {instancePath:instancePath+"/receiver/custom_relation",schemaPath:"#/properties/receiver/properties/custom_relation/maxLength",keyword:"maxLength",params:{limit: 10}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data13.length < 2 && func2(data13) < 1){
const err42 = {instancePath:instancePath+"/receiver/custom_relation",schemaPath:"#/properties/receiver/properties/custom_relation/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/receiver/custom_relation",schemaPath:"#/properties/receiver/properties/custom_relation/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/receiver",schemaPath:"#/properties/receiver/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
